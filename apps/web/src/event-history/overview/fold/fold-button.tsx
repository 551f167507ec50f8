import styles from './fold-button.module.css';

interface Props {
  readonly title: string;
  /** Whether what it folds is shown; absent where it opens a sheet instead. */
  readonly open?: boolean;
  readonly onClick: () => void;
}

/** The name of a part of the overview, and the way to fold that part away. */
export const FoldButton = ({ title, open, onClick }: Props) => (
  <button
    type="button"
    className={styles.fold}
    {...(open === undefined ? { 'aria-haspopup': 'dialog' } : { 'aria-expanded': open })}
    onClick={onClick}
  >
    {title}
  </button>
);
