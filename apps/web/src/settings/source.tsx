import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useAbout } from '../api/about.ts';
import { regionName } from '../ui/region-names.ts';
import { Copyable } from './copyable.tsx';
import styles from './settings.module.css';

const modes = {
  demo: 'Sample events on this machine',
  endpoint: 'A CloudTrail-compatible endpoint',
  aws: 'AWS CloudTrail',
} as const;

export function Source() {
  const { mode, endpoint, regions } = useAbout();
  return (
    <Container header={<Header variant="h2">Where events come from</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Source', value: modes[mode] },
          {
            label: 'Endpoint',
            value:
              endpoint === undefined ? (
                'AWS’s own, in each Region'
              ) : (
                <Copyable text={endpoint} what="endpoint" />
              ),
          },
          {
            label: `Regions (${regions.length})`,
            value: (
              <ul className={styles.regions}>
                {regions.map((region) => (
                  <li key={region}>
                    {regionName(region)} <code className={styles.id}>{region}</code>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Container>
  );
}
