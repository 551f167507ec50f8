import { marked } from './shown-value.ts';

const WATCH_MS = 200;

/**
 * The small button beside whatever value the pointer or the focus is on. It is one element that is moved
 * by hand: a grid being scrolled under the pointer must not render anything.
 */
export class Affordance {
  private readonly stop = new AbortController();
  private hiding: ReturnType<typeof setTimeout> | undefined;
  private watching: ReturnType<typeof setInterval> | undefined;
  /** Where the value stood when the button came. */
  private place: DOMRect | undefined;
  /** The value it now stands beside. */
  target: Element | undefined;

  constructor(private readonly button: HTMLElement) {
    const options = { signal: this.stop.signal, passive: true };
    document.addEventListener('pointermove', this.follow, options);
    document.addEventListener('focusin', this.follow, options);
    document.addEventListener('scroll', this.stay, { ...options, capture: true });
    document.addEventListener('pointerdown', this.left, options);
    document.addEventListener('keydown', this.left, options);
  }

  dispose(): void {
    this.stop.abort();
    clearTimeout(this.hiding);
    clearInterval(this.watching);
  }

  private readonly follow = (event: Event): void => {
    this.stay();
    const on = event.target instanceof Element ? event.target : null;
    if (on && this.button.contains(on)) {
      clearTimeout(this.hiding);
      return;
    }
    // A touch has no hover; a long press opens the menu instead.
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    const value = touch ? null : on?.closest(marked);
    if (value) this.show(value);
    else if (this.target) {
      clearTimeout(this.hiding);
      this.hiding = setTimeout(() => this.hide(), 150);
    }
  };

  // A press may open something over the value or move it; the next movement shows the button again.
  private readonly left = (event: Event): void => {
    if (!(event.target instanceof Node && this.button.contains(event.target))) this.hide();
  };

  /** Only beside its value: where that was scrolled, or moved by what came above it, the button would cover another. */
  private readonly stay = (): void => {
    const now = this.target?.getBoundingClientRect();
    if (now && (now.top !== this.place?.top || now.left !== this.place.left)) this.hide();
  };

  private show(value: Element): void {
    clearTimeout(this.hiding);
    if (this.target === value) return;
    this.target = value;
    const box = value.getBoundingClientRect();
    this.place = box;
    const around = value.parentElement?.getBoundingClientRect() ?? box;
    const height = Math.min(box.height, 20);
    // Over the end of a value that fills its place, never over the middle of a short one, where it is pressed.
    const within = Math.min(around.right - 20, innerWidth - 24);
    const beside = box.right + 2;
    const left = within < box.left + box.width / 2 + 2 ? beside : Math.min(beside, within);
    this.button.style.left = `${left}px`;
    this.button.style.top = `${box.top + (height - 20) / 2}px`;
    this.button.hidden = false;
    // No event tells that something moved.
    this.watching ??= setInterval(this.stay, WATCH_MS);
    if (this.button.isConnected && !this.button.matches(':popover-open'))
      this.button.showPopover?.();
  }

  hide(): void {
    if (!this.target) return;
    this.target = undefined;
    clearInterval(this.watching);
    this.watching = undefined;
    this.button.hidePopover?.();
    this.button.hidden = true;
  }
}
