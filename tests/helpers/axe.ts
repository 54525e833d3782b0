import axe from 'axe-core';

/**
 * Fails with one line per violation. What jsdom cannot know is left to the end-to-end checks: it lays
 * nothing out, so colours have no contrast, and a component is not a whole page with landmarks.
 */
export async function expectAccessible(container: Element = document.body): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const lines = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  if (lines.length > 0) throw new Error(`axe found ${lines.length}:\n${lines.join('\n')}`);
}
