import { useEffect, useRef } from 'preact/hooks';

/** Space marks what the arrows have chosen, while the focus is on no button or field: those have a Space of their own. */
export function useSpace(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || event.target !== document.body) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
}
