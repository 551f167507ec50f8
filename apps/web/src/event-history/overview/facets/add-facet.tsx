import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import { catalogue } from '@trailglass/record';
import { useId, useState } from 'react';
import { facetNamed } from './facets-state.ts';
import styles from './facets.module.css';

interface Props {
  readonly present: readonly string[];
  readonly onAdd: (field: string) => void;
}

/** Any field of the catalogue, or any place in the record by its path. */
export function AddFacet({ present, onAdd }: Props) {
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState(false);
  const list = useId();
  const options = catalogue.filter(
    ({ name }) => name !== 'eventTime' && name !== 'eventId' && !present.includes(name),
  );
  const add = (): void => {
    const field = facetNamed(typed);
    setWrong(field === undefined);
    if (field === undefined) return;
    type('');
    onAdd(field);
  };
  return (
    <>
      <div className={styles.add}>
        <Input
          value={typed}
          onChange={({ detail }) => {
            type(detail.value);
            setWrong(false);
          }}
          onKeyDown={({ detail }) => {
            if (detail.key === 'Enter') add();
          }}
          nativeInputAttributes={{ list }}
          autoComplete={false}
          placeholder="Field or path"
          ariaLabel="Add a field, or a path such as requestParameters.bucketName"
          invalid={wrong}
        />
        <Button onClick={add} disabled={typed.trim() === ''} ariaLabel="Add to the facets">
          Add
        </Button>
      </div>
      <datalist id={list}>
        {options.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </datalist>
      {wrong && (
        <p role="alert" className={styles.none}>
          That is no field and no path. A path looks like requestParameters.bucketName.
        </p>
      )}
    </>
  );
}
