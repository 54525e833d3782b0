import { useEffect, useState } from 'preact/hooks';

/** The present instant, moved on every minute: "2 min ago" stays true while a page is open. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
