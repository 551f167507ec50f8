import { marked } from './shown-value.ts';

/**
 * The small button beside whatever value the pointer or the focus is on. It is one element that is moved
 * by hand: a grid being scrolled under the pointer must not render anything.
 */
export class Affordance {
  private readonly stop = new AbortController();
  private hiding: ReturnType<typeof setTimeout> | undefined;
  /** Where the value stood when the button came. */
  private place: DOMRect | undefined;
  /** The value it now stands beside. */
  target: Element | undefined;

  constructor(private readonly button: HTMLElement) {
    const options = { signal: this.stop.signal, passive: true };
    document.addEventListener('pointermove', this.follow, options);
    document.addEventListener('focusin', this.follow, options);
    document.addEventListener('scroll', this.scrolled, { ...options, capture: true });
    document.addEventListener('pointerdown', this.left, options);
    document.addEventListener('keydown', this.left, options);
  }

  dispose(): void {
    this.stop.abort();
    clearTimeout(this.hiding);
  }

  private readonly follow = (event: Event): void => {
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

  private readonly scrolled = (): void => {
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
    this.button.style.left = `${Math.min(box.right + 2, around.right - 20, innerWidth - 24)}px`;
    this.button.style.top = `${box.top + (height - 20) / 2}px`;
    this.button.hidden = false;
    if (this.button.isConnected && !this.button.matches(':popover-open'))
      this.button.showPopover?.();
  }

  hide(): void {
    if (!this.target) return;
    this.target = undefined;
    this.button.hidePopover?.();
    this.button.hidden = true;
  }
}
