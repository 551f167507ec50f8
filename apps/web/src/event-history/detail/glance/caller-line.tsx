import Icon from '@cloudscape-design/components/icon';
import type { Caller, CallerLink } from '@trailglass/record';
import { Fragment, type ReactNode } from 'react';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { captionOf, credentialWords, keyWords, nameOf } from './caller-words.ts';
import styles from './glance.module.css';
import { Value } from '../../../event/value.tsx';
import spoken from '../../../ui/spoken.module.css';

/** Everybody who had a part in the call, from whoever is behind it to the service that made it for them. */
export function CallerLine({ caller }: { readonly caller: Caller }): ReactNode {
  return (
    <>
      <div>
        {caller.chain.map((link, place) => (
          <Fragment key={`${link.as} ${link.name}`}>
            {place > 0 && (
              <span className={styles.then}>
                <Icon name="angle-right" size="small" />
                <span className={spoken.only}>, then </span>
              </span>
            )}
            <Link link={link} caller={caller} />
          </Fragment>
        ))}
      </div>
      <Credentials caller={caller} />
    </>
  );
}

function Link({ link, caller }: { readonly link: CallerLink; readonly caller: Caller }): ReactNode {
  const caption = captionOf(link, caller);
  const name = <SafeText text={nameOf(link)} limit={120} expandable={false} />;
  return (
    <span className={styles.link}>
      {link === caller.person && <Icon name="user-profile" size="small" />}
      <span className={styles.name}>
        {link.at ? (
          <Value subject={link.at.subject} value={link.at.value}>
            {name}
          </Value>
        ) : (
          name
        )}
      </span>
      {caption !== '' && <span className={styles.caption}>{caption}</span>}
    </span>
  );
}

function Credentials({ caller }: { readonly caller: Caller }): ReactNode {
  const { account, key, chain } = caller;
  const words = credentialWords(caller);
  const shown = account !== undefined && !chain.some(({ as }) => as === 'account');
  if (!shown && key === undefined && words.length === 0) return null;
  return (
    <div className={styles.quiet}>
      {shown && (
        <span className={styles.fact}>
          {account.foreign ? 'another account ' : 'account '}
          <Value subject="userIdentity.accountId" value={account.id} />
        </span>
      )}
      {key && (
        <span className={styles.fact}>
          {keyWords(key)} <Value subject="accessKeyId" value={key.id} />
        </span>
      )}
      {words.map((said) => (
        <span key={said} className={styles.fact}>
          <SafeText text={said} limit={200} expandable={false} />
        </span>
      ))}
    </div>
  );
}
