import { Sheet } from './sheet.tsx';

/** The filter language on one page; examples can be typed as they stand. */
export function FilterSheet() {
  return (
    <>
      <h3>Filter syntax</h3>
      <Sheet
        rows={[
          ['user:alice', 'A field with exactly this value; case counts'],
          ['name:Describe*', '* any characters, ? one'],
          ['error:*', 'The field has a value'],
          ['-readOnly:true', 'Not'],
          ['name:(RunInstances OR Terminate*)', 'One of several'],
          ['user:alice source:ec2.amazonaws.com', 'Both: AND is implied'],
          ['ip:10.0.0.0/8', 'An address in a network'],
          ['time:>=2026-11-01', 'Compare times and numbers'],
          ['requestParameters.instanceType:t3.micro', 'Any path into the record'],
          ['"i-0abc"', 'A word anywhere in the record, in any case'],
        ]}
      />
      <p>
        AWS itself can look for one attribute at a time. The line below the filter says which part
        AWS answers and which part Trailglass applies.
      </p>
    </>
  );
}
