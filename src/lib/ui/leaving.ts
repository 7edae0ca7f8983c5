import { LEFT, staysHere } from '../domain/people/leaving';

/** Removes from this browser what is not the device’s; false where anything of it may be left. */
function clear(): boolean {
	try {
		sessionStorage.clear();
		for (const name of Object.keys(localStorage))
			if (!staysHere(name)) localStorage.removeItem(name);
		return Object.keys(localStorage).every(staysHere);
	} catch {
		return false;
	}
}

/**
 * On a form that signs out: clears what is somebody’s own before it is sent, and says so, so that the
 * answer need not clear what is the device’s as well. Without it, or where it fails, everything goes.
 */
export function leaving(form: HTMLFormElement): void {
	form.dataset.clears = '';
	form.addEventListener('submit', () => {
		form.querySelector(`input[name="${LEFT.name}"]`)?.remove();
		if (!clear()) return;
		const word = document.createElement('input');
		Object.assign(word, { type: 'hidden', ...LEFT });
		form.append(word);
	});
}
