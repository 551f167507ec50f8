import Autosuggest from '@cloudscape-design/components/autosuggest';
import { parseSubject, subjectText } from '@trailglass/query';
import { catalogue } from '@trailglass/record';
import { useState } from 'react';
import { fieldLabel } from '../../fields/field-label.ts';

interface Props {
  readonly label: string;
  /** A field's name or a path; undefined when nothing is chosen. */
  readonly field: string | undefined;
  readonly placeholder: string;
  /** Not offered: it is chosen elsewhere. */
  readonly without?: string | undefined;
  /** Undefined: nothing any more; where that is allowed. */
  readonly onChoose: (field: string | undefined) => void;
  readonly required?: boolean;
}

/** Any field of the catalogue by its label, or any place in the record by its path. */
export function FieldChoice(props: Props) {
  const { label, field, placeholder, without, onChoose, required = false } = props;
  const chosen = field === undefined ? '' : fieldLabel(field);
  // What is being typed; undefined while nothing is.
  const [typed, type] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const take = (text: string): void => {
    const option = catalogue.find((row) => row.label === text || row.name === text);
    const subject = parseSubject(option?.name ?? text.trim());
    setWrong(subject === undefined && text.trim() !== '');
    if (subject === undefined && text.trim() !== '') return;
    type(undefined);
    const next = subject && subjectText(subject);
    if (next !== field && !(required && next === undefined)) onChoose(next);
  };
  return (
    <Autosuggest
      value={typed ?? chosen}
      options={catalogue
        .filter(({ name }) => name !== without)
        .map((row) => ({
          value: row.label,
          description: row.name,
          filteringTags: [row.name, ...row.alias],
        }))}
      // With what is chosen in the box all others are offered, too.
      filteringType={typed === undefined ? 'manual' : 'auto'}
      enteredTextLabel={(text) => `Path: ${text}`}
      placeholder={placeholder}
      ariaLabel={label}
      invalid={wrong}
      empty="No field of that name. A path looks like requestParameters.bucketName."
      expandToViewport
      onChange={({ detail }) => {
        type(detail.value);
        setWrong(false);
      }}
      onSelect={({ detail }) => take(detail.value)}
      onBlur={() => {
        if (typed?.trim() === '') take('');
        else type(undefined);
      }}
    />
  );
}
