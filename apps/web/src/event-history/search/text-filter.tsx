import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type FilterProblem, parseFilter } from '@trailglass/query';
import { useState } from 'react';

interface Props {
  readonly q: string;
  /** Why tokens cannot show it, when that is so. */
  readonly note?: string | undefined;
  readonly onChange: (q: string) => void;
}

/** The filter as text, applied with Enter. A wrong one says where and why, and is not sent. */
export function TextFilter({ q, note, onChange }: Props) {
  const [draft, setDraft] = useState({ of: q, text: q });
  // Another filter from outside (a link, a value's menu) replaces what was being typed.
  const text = draft.of === q ? draft.text : q;
  const { problem } = parseFilter(text);
  return (
    <FormField
      constraintText={note ?? 'Enter applies it. Example: user:alice -name:Describe* error:*'}
      errorText={problem && faultText(text, problem)}
      stretch
    >
      <Input
        value={text}
        type="search"
        spellcheck={false}
        ariaLabel="Filter as text"
        placeholder="user:alice source:ec2.amazonaws.com -readOnly:true"
        invalid={problem !== undefined}
        onChange={({ detail }) => setDraft({ of: q, text: detail.value })}
        onKeyDown={({ detail }) => {
          if (detail.key === 'Enter' && !problem) onChange(text.trim());
        }}
      />
    </FormField>
  );
}

const faultText = (text: string, { from, to, reason }: FilterProblem): string => {
  const wrong = text.slice(from, to).trim();
  return `${wrong === '' ? `At character ${from + 1}` : `“${wrong}”`}: ${reason}`;
};
