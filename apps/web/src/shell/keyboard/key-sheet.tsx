import Modal from '@cloudscape-design/components/modal';
import Toggle from '@cloudscape-design/components/toggle';
import { Fragment } from 'react';
import styles from './key-sheet.module.css';
import { keyGroups } from './key-words.ts';
import { keysPreference } from './keys-preference.ts';
import { overlay } from './pressed/overlay.ts';

/** Every key of the console on one sheet, and the switch for those who want none. */
export function KeySheet() {
  const [keys, setKeys] = keysPreference.use();
  return (
    <Modal
      visible
      size="large"
      header="Keyboard shortcuts"
      closeAriaLabel="Close"
      onDismiss={() => overlay.set(undefined)}
      footer={
        <Toggle
          checked={keys === 'on'}
          onChange={({ detail }) => setKeys(detail.checked ? 'on' : 'off')}
          description="Switched off, only Ctrl K, ⌘ K and ? are heard. Keys never act while you type."
        >
          Single-key shortcuts
        </Toggle>
      }
    >
      <div className={styles.groups}>
        {keyGroups.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((key, at) => (
                      <Fragment key={key}>
                        {at > 0 && ' '}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
