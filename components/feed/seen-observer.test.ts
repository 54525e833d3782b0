// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSeenObserver } from './seen-observer.ts';

/** jsdom lays nothing out: the test says what is on screen. */
let show: (id: string, visible: boolean) => void;

class ScreenByHand {
  constructor(callback: IntersectionObserverCallback) {
    show = (id, isIntersecting) => {
      const target = document.createElement('article');
      target.dataset.item = id;
      callback([{ target, isIntersecting } as unknown as IntersectionObserverEntry], this as never);
    };
  }
  observe() {}
  disconnect() {}
}

let reports: string[][];
let observer: ReturnType<typeof createSeenObserver>;

beforeEach(() => {
  vi.useFakeTimers();
  reports = [];
  observer = createSeenObserver((ids) => reports.push(ids), ScreenByHand as never);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createSeenObserver', () => {
  it('tells cards that stayed, together', () => {
    show('a', true);
    show('b', true);
    vi.advanceTimersByTime(1200);
    expect(reports).toEqual([['a', 'b']]);
  });

  it('does not count a card that was scrolled past', () => {
    show('a', true);
    vi.advanceTimersByTime(500);
    show('a', false);
    vi.advanceTimersByTime(5000);
    expect(reports).toEqual([]);
  });

  it('tells each card once', () => {
    show('a', true);
    vi.advanceTimersByTime(1200);
    show('a', false);
    show('a', true);
    vi.advanceTimersByTime(5000);
    expect(reports).toEqual([['a']]);
  });

  it('tells what waits in the batch when the popup closes, and nothing that was not seen yet', () => {
    show('a', true);
    vi.advanceTimersByTime(700);
    show('b', true);
    observer.stop();
    vi.advanceTimersByTime(5000);
    expect(reports).toEqual([['a']]);
  });
});
