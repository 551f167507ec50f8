import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import type { SavedView } from '@trailglass/api';
import { explain } from '../../api/explain.ts';
import { chooseFile } from '../../ui/choose-file.ts';
import { notify } from '../../ui/notices.ts';
import { parseViews, printViews } from './view-file.ts';

interface Props {
  readonly views: readonly SavedView[];
  readonly onSave: (views: readonly SavedView[]) => Promise<unknown>;
  /** Asked for, not yet confirmed. */
  readonly onRemove: (name: string) => void;
}

/** What else is done with views: hand them over as a file, take them from one, delete one. */
export function ViewsMenu({ views, onSave, onRemove }: Props) {
  const told = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => {
      const { title, detail } = explain(error);
      notify({ type: 'error', header: title, content: detail });
    });
  return (
    <ButtonDropdown
      variant="icon"
      ariaLabel="More for views"
      expandToViewport
      items={[
        { id: 'export', text: 'Export all as a file' },
        { id: 'import', text: 'Import from a file' },
        {
          text: 'Delete…',
          items: views.map(({ name }, at) => ({ id: `delete-${at}`, text: name })),
        },
      ]}
      onItemClick={({ detail: { id } }) => {
        if (id === 'export') download(printViews(views));
        else if (id === 'import') told(importInto(onSave));
        else {
          const view = views[Number(id.slice('delete-'.length))];
          if (view) onRemove(view.name);
        }
      }}
    />
  );
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'trailglass-views.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function importInto(save: Props['onSave']): Promise<void> {
  const file = await chooseFile();
  if (file === undefined) return;
  const views = parseViews(await file.text());
  if (views) {
    await save(views);
    return;
  }
  notify({
    type: 'error',
    header: 'No views were imported',
    content: 'The file is not one that Export writes. Nothing was changed.',
  });
}
