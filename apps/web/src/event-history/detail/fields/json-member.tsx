import { type ReactNode, useState } from 'react';
import { JsonTree } from '../../../ui/json-tree/json-tree.tsx';
import { asArrived } from '../../../ui/json-tree/rows.ts';
import type { JsonDocument } from '../../../ui/json/read.ts';
import { recordSubject } from '../../../event/record-subject.ts';

interface JsonMemberProps {
  readonly document: JsonDocument;
  readonly node: number;
  readonly label: string;
}

/** One member of the record as a tree. What is opened stays open for the next event. */
export function JsonMember({ document, node, label }: JsonMemberProps): ReactNode {
  const [openness, setOpenness] = useState(asArrived);
  return (
    <JsonTree
      document={document}
      root={node}
      label={label}
      openness={openness}
      onOpenness={setOpenness}
      subjectOf={recordSubject}
    />
  );
}
