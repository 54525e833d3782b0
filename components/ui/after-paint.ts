/**
 * Calls back once what was rendered is on screen: the frame that paints it begins, and the first task
 * behind that frame runs. A hidden page paints nothing, so there it is the next task.
 */
export function afterPaint(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  const painted = () => port2.postMessage(null);
  port1.onmessage = () => {
    port1.close();
    document.removeEventListener('visibilitychange', painted);
    callback();
  };
  if (document.hidden) {
    painted();
    return;
  }
  requestAnimationFrame(painted);
  // Hidden before its frame came, it would wait until it is shown again.
  document.addEventListener('visibilitychange', painted);
}
