import { beforeNavigate, goto } from '$app/navigation';
import type { Keeping } from './keeping.svelte';

interface Leaving {
	keeping: Keeping;
	/** Whether leaving now would lose something typed. */
	loses: () => boolean;
	/** Asks whether to leave all the same. */
	sure: () => boolean;
}

/** Lets nobody leave a form before what they typed is kept, or they say that they do not want it. */
export function guardLeaving({ keeping, loses, sure }: Leaving): void {
	beforeNavigate(({ cancel, to, willUnload, type }) => {
		if (!loses()) return;
		cancel();
		if (willUnload) {
			// The browser asks; meanwhile what is typed goes out.
			void keeping.flush(true);
			return;
		}
		void keeping.flush().then((kept) => {
			if (!to || !(kept || sure())) return;
			keeping.forget();
			void goto(to.url, { replaceState: type === 'popstate' });
		});
	});
}
