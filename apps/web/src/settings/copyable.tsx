import { CopyButton } from '../ui/copy/copy-button.tsx';
import styles from './settings.module.css';

interface CopyableProps {
  readonly text: string;
  readonly what: string;
}

export function Copyable({ text, what }: CopyableProps) {
  return (
    <span className={styles.copyable}>
      <code className={styles.id}>{text}</code>
      <CopyButton text={text} what={what} variant="inline" />
    </span>
  );
}
