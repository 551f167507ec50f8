import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { type OriginFound, problem, ProblemError, type SessionNode } from '@trailglass/api';
import type { ReactNode } from 'react';
import { counted } from '../ui/numbers/count.ts';
import { ProblemAlert } from '../ui/problem/problem-alert.tsx';
import { TimeLabel } from '../ui/time/time-label.tsx';
import { useFindOrigin } from './use-session-tree.ts';

type Missing = NonNullable<SessionNode['missing']>;

interface Props {
  readonly missing: Missing | undefined;
  /** The accounts' names by id, for people. */
  readonly names: ReadonlyMap<string, string>;
}

/** Above the tree: that nobody knows who handed the first key out, and the way to find it. */
export function OriginOffer({ missing, names }: Props): ReactNode {
  const { mutate, data, error, isPending, variables } = useFindOrigin();
  const found = data?.found !== undefined && data;
  return (
    <div aria-live="polite">
      {found && <Found answer={found} of={variables?.key ?? ''} />}
      {error && (
        <ProblemAlert
          problem={
            error instanceof ProblemError
              ? error.problem
              : problem('internal', 'The server sent something that is no answer to this.')
          }
        />
      )}
      {missing && (
        <Alert
          type="info"
          header={`Who handed out ${missing.key} is not in the archive`}
          action={
            missing.askable &&
            missing.account !== undefined && (
              <Button
                loading={isPending}
                loadingText="Asking AWS"
                onClick={() => mutate({ key: missing.key, account: missing.account ?? '' })}
              >
                {missing.state === 'absent' ? 'Look again at AWS' : 'Look it up at AWS'}
              </Button>
            )
          }
        >
          <Why missing={missing} names={names} />
          {data && !data.found && variables?.key === missing.key && <NotFound answer={data} />}
        </Alert>
      )}
    </div>
  );
}

function Why({ missing, names }: { missing: Missing; names: Props['names'] }): ReactNode {
  const { state, account, askable, began, readFrom, before } = missing;
  if (account === undefined) return 'Its events do not say in which account that was.';
  const name = names.get(account);
  const where =
    name === undefined || name === account ? `account ${account}` : `${name} (${account})`;
  if (!askable)
    return `The call stands in the event history of ${where}, which is not among the accounts here. Add a profile for it to go on.`;
  if (state === 'absent')
    return `All that AWS keeps of ${where} was read where the call should be, and it is not there: it was made more than 90 days ago, or in another account.`;
  return (
    <>
      The call stands in the event history of {where}
      {began !== undefined && (
        <>
          , at about <TimeLabel iso={began} offset />
        </>
      )}
      {before && readFrom !== undefined ? (
        <>
          {' '}
          – before what was read, which begins at <TimeLabel iso={readFrom} offset />.
        </>
      ) : (
        ', in a part that was not read yet.'
      )}
    </>
  );
}

const Found = ({ answer, of }: { readonly answer: OriginFound; readonly of: string }) => (
  <Alert type="success" header={`AWS knows who handed out ${of}`}>
    {answer.found && (
      <>
        It was at <TimeLabel iso={answer.found.time} offset /> in {answer.found.region}
        {answer.before ? ', before what had been read' : ''}. The tree goes up to there now.
      </>
    )}
  </Alert>
);

function NotFound({ answer }: { readonly answer: OriginFound }): ReactNode {
  const { searched, failed } = answer;
  return (
    <p>
      {searched.length > 0 &&
        `AWS has no such call in the last 90 days in ${counted(searched.length, 'Region')}. `}
      {failed.length > 0 &&
        `${counted(failed.length, 'Region')} could not be asked: ${failed
          .slice(0, 3)
          .map(({ region, title }) => `${region ?? 'one'} (${title})`)
          .join(', ')}${failed.length > 3 ? ', …' : ''}.`}
    </p>
  );
}
