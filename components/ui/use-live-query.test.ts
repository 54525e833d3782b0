import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followQuery } from './use-live-query.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('followQuery', () => {
  const follow = (read: () => Promise<string>) => {
    const told: string[] = [];
    const stop = followQuery(
      read,
      (value) => told.push(value),
      (code) => told.push(code),
    );
    return { told, stop };
  };

  it('does not load for ever over a database that neither opens nor fails, and still takes a late answer', async () => {
    const opening = Promise.withResolvers<string>();
    const { told, stop } = follow(() => opening.promise);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['background_unreachable']);
    opening.resolve('late');
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(['background_unreachable', 'late']);
    stop();
  });

  it('says nothing after an answer, or once it is stopped', async () => {
    const answered = follow(async () => 'value');
    const stopped = follow(() => new Promise(() => {}));
    await vi.advanceTimersByTimeAsync(1);
    stopped.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([answered.told, stopped.told]).toEqual([['value'], []]);
    answered.stop();
  });
});
