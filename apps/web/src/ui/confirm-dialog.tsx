import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal, { type ModalProps } from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

interface Props {
  readonly header: string;
  readonly size?: ModalProps.Size;
  readonly onClose: () => void;
  /** The button that does it. */
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/** What is done only when the reader has confirmed it, beside the way back. */
export function ConfirmDialog({ header, size = 'medium', onClose, action, children }: Props) {
  return (
    <Modal
      visible
      size={size}
      header={header}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            {action}
          </SpaceBetween>
        </Box>
      }
    >
      {children}
    </Modal>
  );
}
