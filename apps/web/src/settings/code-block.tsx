import { CopyButton } from '../ui/copy/copy-button.tsx';
import styles from './settings.module.css';

interface CodeBlockProps {
  readonly text: string;
  /** For the copy button: "Copy command". */
  readonly what: string;
}

export function CodeBlock({ text, what }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      <pre>{text}</pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
