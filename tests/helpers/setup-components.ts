import { options } from 'preact';

/**
 * Effects run in a microtask instead of after a frame: under load, a frame may come only after the
 * test file's window is gone.
 */
Object.assign(options, { requestAnimationFrame: (flush: () => void) => queueMicrotask(flush) });
