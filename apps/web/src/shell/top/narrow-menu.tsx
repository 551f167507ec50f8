import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import styles from './top.module.css';
import { AccountPicker, RegionPicker } from './scope-pickers.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { ZonePicker } from './zone-picker.tsx';

/** What does not fit beside the name on a telephone. */
export function NarrowMenu() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Scope</Button>
      <SettingsMenu />
      <Modal
        visible={open}
        size="small"
        header="What is shown"
        onDismiss={() => setOpen(false)}
        footer={
          <Button variant="primary" onClick={() => setOpen(false)}>
            Done
          </Button>
        }
      >
        <SpaceBetween size="m">
          <FormField label="Accounts">
            <div className={styles.field}>
              <AccountPicker />
            </div>
          </FormField>
          <FormField label="Regions">
            <div className={styles.field}>
              <RegionPicker />
            </div>
          </FormField>
          <FormField label="Time zone">
            <ZonePicker />
          </FormField>
        </SpaceBetween>
      </Modal>
    </>
  );
}
