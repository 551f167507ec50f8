import type { ReactNode } from 'react';
import { CopyButton } from '../../../ui/copy/copy-button.tsx';
import { exactText } from '../../../ui/json/node.ts';
import { JsonMember } from './json-member.tsx';
import { Coming } from '../../../event/pair.tsx';
import styles from './parameters.module.css';
import { Section } from '../../../event/section.tsx';
import { memberNode, type Whole } from '../../../event/whole.ts';

interface ParametersProps {
  readonly title: 'Request parameters' | 'Response elements';
  readonly name: 'requestParameters' | 'responseElements';
  readonly whole: Whole | undefined;
}

/** What was asked, or what AWS answered. */
export function Parameters({ title, name, whole }: ParametersProps): ReactNode {
  const node = whole && memberNode(whole, name);
  const document = whole?.document;
  const written = document && node !== undefined && document.nodes.kind(node) !== 'null';
  return (
    <Section
      title={title}
      actions={
        written && <CopyButton text={() => exactText(document, node)} what={title.toLowerCase()} />
      }
    >
      {written ? (
        <JsonMember document={document} node={node} label={title} />
      ) : whole ? (
        <p className={styles.none}>{reason(name, whole)}</p>
      ) : (
        <Coming what={title.toLowerCase()} />
      )}
    </Section>
  );
}

function reason(name: ParametersProps['name'], { row, document }: Whole): string {
  if (!document) return 'None that can be read: the record is not JSON.';
  if (name === 'requestParameters') return 'None: the record holds no request parameters.';
  if (row.errorCode !== undefined) return 'None: the call did not succeed.';
  return row.readOnly === true
    ? 'None: CloudTrail writes no response elements for read-only calls.'
    : 'None: the record holds no response elements.';
}
