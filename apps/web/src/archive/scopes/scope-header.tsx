import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { Keeping } from '@trailglass/api';
import { keepingWords } from '../kept/keeping-words.ts';
import type { ScopeRow } from './scope-row.ts';

interface Props {
  readonly rows: readonly ScopeRow[];
  readonly selected: readonly ScopeRow[];
  readonly keeping: Keeping | undefined;
  readonly keeps: (row: ScopeRow) => boolean;
  readonly busy: boolean;
  readonly onKeep: (rows: readonly ScopeRow[], keep: boolean) => void;
  readonly onPause: (paused: boolean) => void;
}

/** Background reading as a whole, and what can be done with all of it or with what is selected. */
export function ScopeHeader({ rows, selected, keeping, keeps, busy, onKeep, onPause }: Props) {
  const readable = rows.filter(({ kept }) => kept !== undefined);
  const kept = readable.filter(keeps);
  return (
    <Header
      variant="h2"
      counter={selected.length > 0 ? `(${selected.length}/${rows.length})` : `(${rows.length})`}
      {...(keeping && {
        description: keepingWords(keeping),
        actions: (
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            {selected.length > 0 ? (
              <>
                <Button
                  disabled={busy || selected.every(keeps)}
                  onClick={() => onKeep(selected, true)}
                >
                  Keep selected read
                </Button>
                <Button
                  disabled={busy || !selected.some(keeps)}
                  onClick={() => onKeep(selected, false)}
                >
                  Stop keeping them
                </Button>
              </>
            ) : (
              <Toggle
                checked={readable.length > 0 && kept.length === readable.length}
                disabled={readable.length === 0}
                onChange={({ detail }) => onKeep(readable, detail.checked)}
              >
                Keep all read
              </Toggle>
            )}
            <Button
              iconName={keeping.paused ? 'play' : 'pause'}
              disabled={busy || (!keeping.paused && kept.length === 0)}
              onClick={() => onPause(!keeping.paused)}
            >
              {keeping.paused ? 'Resume' : 'Pause all'}
            </Button>
          </SpaceBetween>
        ),
      })}
    >
      Accounts and Regions
    </Header>
  );
}
