import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Picture } from './Picture.tsx';

/** jsdom has no addresses for blobs: these are noted instead of kept. */
let made: string[];
let freed: string[];
const { createObjectURL, revokeObjectURL } = URL;

beforeEach(() => {
  made = [];
  freed = [];
  URL.createObjectURL = () => {
    const url = `blob:relais/${made.length + 1}`;
    made.push(url);
    return url;
  };
  URL.revokeObjectURL = (url) => void freed.push(url);
});
afterEach(() => {
  cleanup();
  Object.assign(URL, { createObjectURL, revokeObjectURL });
});

const card = (picture: Blob | string | null) => ({ picture, pictureAlt: 'A workshop', kind: 'article' as const });
const stored = (content: string) => new Blob([content], { type: 'image/webp' });

describe('Picture', () => {
  it('shows a stored picture by an address that it frees', () => {
    const { container, unmount } = render(<Picture card={card(stored('abc'))} />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe('blob:relais/1');
    unmount();
    expect(freed).toEqual(['blob:relais/1']);
  });

  it('keeps its address while the same picture is read again, also when the first screen brought it', () => {
    const first = 'data:image/webp;base64,YWJjZA==';
    const { container, rerender } = render(<Picture card={card(first)} />);
    rerender(<Picture card={card(stored('abcd'))} />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe(first);
    rerender(<Picture card={card(stored('another'))} />);
    expect(container.querySelector('img')?.getAttribute('src')).toBe('blob:relais/1');
    rerender(<Picture card={card(stored('another'))} />);
    expect(made).toHaveLength(1);
    rerender(<Picture card={card(null)} />);
    expect(container.querySelector('img')).toBeNull();
    expect(freed).toEqual(['blob:relais/1']);
  });
});
