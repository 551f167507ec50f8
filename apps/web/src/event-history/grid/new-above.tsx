import Button from '@cloudscape-design/components/button';
import { counted } from '../../ui/numbers/count.ts';
import styles from './table/grid.module.css';

/** Says that rows have come above what is being read, and leads to them. */
export function NewAbove({
  count,
  onShow,
}: {
  readonly count: number;
  readonly onShow: () => void;
}) {
  return (
    <output className={styles.newAbove}>
      {count > 0 && (
        <Button iconName="angle-up" onClick={onShow}>
          {counted(count, 'new event')}
        </Button>
      )}
    </output>
  );
}
