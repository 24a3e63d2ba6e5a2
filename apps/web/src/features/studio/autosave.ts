import { type Refusal } from '~/lib/api/answer';
import { forgetText, keepText, type TextPlace } from './kept-texts';
import { openText, saveText, type StudioText, type TextDraft } from './operations';

export interface SaveState {
  readonly step: 'still' | 'waiting' | 'saving' | 'saved';
  readonly problem: Refusal | null;
  /** What somebody else has saved meanwhile. */
  readonly conflict: StudioText | null;
}

const PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Saves one text in one language: a second after the last key, one call at a time, never over somebody else's words. When the page is left before,
 * be it for another part, another page or none at all, the text is sent at once, and a copy stays on the device until the server has it.
 */
export class Autosave {
  private unsent: TextDraft | null = null;
  private sending: TextDraft | null = null;
  private pause = PAUSE;
  private onSaved = (): void => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: SaveState = { step: 'still', problem: null, conflict: null };
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly place: TextPlace,
    private version: number,
  ) {}

  whenSaved(onSaved: () => void): void {
    this.onSaved = onSaved;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly now = (): SaveState => this.state;

  touch(draft: TextDraft): void {
    this.unsent = draft;
    this.tell({ step: 'waiting' });
    this.soon();
  }

  /** Both texts are shown, and nothing is sent until one is chosen. */
  conflicts(mine: TextDraft, conflict: StudioText): void {
    this.unsent = mine;
    this.tell({ step: 'still', conflict });
  }

  /** Goes on from the version that somebody else has saved, with the text that was chosen. */
  resolve(version: number, draft: TextDraft): void {
    this.version = version;
    this.tell({ conflict: null });
    this.touch(draft);
  }

  /** False where neither the server nor the device may have it in the end. */
  leave(): boolean {
    const draft = this.unsent ?? this.sending;
    if (!draft) return true;
    const isKept = keepText(this.place, { version: this.version, draft });
    void this.send();
    return isKept;
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), this.pause);
  }

  private async send(): Promise<void> {
    clearTimeout(this.timer);
    const draft = this.unsent;
    if (!draft || this.sending || this.state.conflict) return;
    this.unsent = null;
    this.sending = draft;
    this.tell({ step: 'saving' });
    const isRefused = await this.take(draft).catch(() => {
      // No line, or a server that has trouble: it is tried again, less and less often.
      this.unsent ??= draft;
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      return false;
    });
    this.sending = null;
    const isTypedSince = this.unsent !== null && this.unsent !== draft;
    if (!this.unsent || this.state.conflict || (isRefused && !isTypedSince)) return;
    this.tell({ step: 'waiting' });
    this.soon();
  }

  /** True where the server will not have it as it is. */
  private async take(draft: TextDraft): Promise<boolean> {
    const answer = await saveText({ ...this.place, expectedVersion: this.version }, draft);
    if (answer.ok) {
      this.version = answer.value.version;
      this.pause = PAUSE;
      forgetText(this.place);
      this.tell({ step: 'saved', problem: null });
      this.onSaved();
      return false;
    }
    this.unsent ??= draft;
    const conflict = answer.refusal.code === 'STALE_VERSION' ? await openText(this.place.ownerId, this.place.language) : null;
    this.tell({ step: 'still', conflict, problem: conflict ? null : answer.refusal });
    return true;
  }

  private tell(changes: Partial<SaveState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}
