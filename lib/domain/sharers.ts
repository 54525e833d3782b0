/** Under so many people, a count would tell of persons. */
export const sharersThreshold = 5;

/** What is told of a count: one that grows by a person says nothing of who it was. */
const steps = [5, 10, 20, 50, 100, 200, 500, 1000];

/** The step that a count has reached; 0 under the threshold. */
export function sharerStep(count: number): number {
  return steps.findLast((step) => count >= step) ?? 0;
}
