import type { ReactNode } from 'react';
import { children, isContainer, keyOf, keyPath, plainText } from '../../../ui/json/node.ts';
import type { JsonDocument } from '../../../ui/json/read.ts';
import styles from './further.module.css';
import { JsonMember } from './json-member.tsx';
import { Pair, Pairs } from '../../../event/pair.tsx';
import { recordSubject } from '../../../event/record-subject.ts';
import { Value } from '../../../event/value.tsx';

/** What has a place of its own above. */
const elsewhere = new Set([
  'awsRegion',
  'errorCode',
  'errorMessage',
  'eventName',
  'eventSource',
  'eventTime',
  'requestParameters',
  'responseElements',
  'sourceIPAddress',
  'userAgent',
  'userIdentity',
]);

/** Everything else that the record says, under the record's own names, so that nothing of it is left out. */
export function Further({ document }: { readonly document: JsonDocument }): ReactNode {
  const rest = [...children(document, 0)].filter(
    (node) => !elsewhere.has(keyOf(document, node) ?? ''),
  );
  const context = sessionContext(document);
  const trees = [...context, ...rest.filter((node) => isContainer(document, node))];
  return (
    <>
      <Pairs>
        {rest
          .filter((node) => !isContainer(document, node))
          .map((node) => (
            <Pair key={node} label={keyOf(document, node) ?? ''}>
              <Scalar document={document} node={node} />
            </Pair>
          ))}
      </Pairs>
      {trees.map((node) => {
        const name = keyPath(document, node).join('.');
        return (
          <div key={node} className={styles.tree}>
            <div className={styles.name}>{name}</div>
            <JsonMember document={document} node={node} label={name} />
          </div>
        );
      })}
    </>
  );
}

function Scalar({ document, node }: { readonly document: JsonDocument; readonly node: number }) {
  const text = plainText(document, node);
  const subject = recordSubject(keyPath(document, node));
  return subject === undefined || document.nodes.kind(node) === 'null' ? (
    text
  ) : (
    <Value subject={subject} value={text} />
  );
}

function sessionContext(document: JsonDocument): readonly number[] {
  for (const node of children(document, 0)) {
    if (keyOf(document, node) !== 'userIdentity' || !isContainer(document, node)) continue;
    return [...children(document, node)].filter(
      (inner) => keyOf(document, inner) === 'sessionContext',
    );
  }
  return [];
}
