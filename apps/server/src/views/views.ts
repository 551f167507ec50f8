import { problem, ProblemError, type SavedView, SavedViews, viewLimits } from '@trailglass/api';
import type { Archive } from '../archive/archive.ts';

/** The saved views of everybody who uses this archive. */
export class Views {
  /** Changes wait for each other, so that none is made from what another is about to replace. */
  #changed: Promise<unknown> = Promise.resolve();

  /** @param archive absent where nothing is kept */
  constructor(private readonly archive: Pick<Archive, 'views' | 'keepViews'> | undefined) {}

  /** What another version may have written is parsed; a view that cannot be read is left out. */
  async all(): Promise<SavedViews> {
    const { views } = await this.#kept().views();
    return { views: views.filter((view) => SavedViews.safeParse({ views: [view] }).success) };
  }

  save(added: readonly SavedView[]): Promise<SavedViews> {
    return this.#change((views) => {
      const byName = new Map(views.map((view) => [view.name, view]));
      for (const view of added) byName.set(view.name, view);
      if (byName.size > viewLimits.views)
        throw new ProblemError(
          problem(
            'bad-request',
            `${viewLimits.views} views can be saved, and these would be ${byName.size}. Delete some first.`,
          ),
        );
      return [...byName.values()];
    });
  }

  delete(name: string): Promise<SavedViews> {
    return this.#change((views) => views.filter((view) => view.name !== name));
  }

  #change(change: (views: readonly SavedView[]) => readonly SavedView[]): Promise<SavedViews> {
    const work = async (): Promise<SavedViews> => {
      const { views } = await this.all();
      const next = change(views);
      await this.#kept().keepViews(next);
      return { views: [...next] };
    };
    const done = this.#changed.then(work);
    this.#changed = done.catch(() => undefined);
    return done;
  }

  #kept(): Pick<Archive, 'views' | 'keepViews'> {
    if (this.archive !== undefined) return this.archive;
    throw new ProblemError(
      problem('archive-failed', 'This server keeps nothing, so views cannot be saved.'),
    );
  }
}
