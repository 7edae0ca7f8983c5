import { sizeText } from '../../../domain/size';
import { tooLarge } from '../../../domain/trail-pack';
import type { Pack } from '../../../domain/trail-pack';
import { put } from '../theme';
import { part } from './said';
import type { Ground } from './said';
import { shelf } from './shelf';
import { able, Changed, drop, held, save } from './store';
import type { Held } from './store';

/** How the page is read now, as the query of the manifest. */
function reading(): string {
	const { mode = 'normal', theme = 'auto' } = document.documentElement.dataset;
	return `?mode=${mode}&theme=${theme}`;
}

async function ask(pathname: string, query: string): Promise<Pack | null> {
	const address = `${pathname.replace(/walk$/, 'pack.json')}${query}`;
	const answer = await fetch(address, { credentials: 'omit', cache: 'no-cache' }).catch(() => null);
	return answer?.ok ? ((await answer.json()) as Pack) : null;
}

/** Offers to keep the trail on this device, and tells what is kept of it. */
export async function offerPack(ground: Ground): Promise<void> {
	const { root, said, pathname, name } = ground;
	const words = said.pack;
	const [section, state] = [part(root, 'pack'), part(root, 'state')];
	const saveIt = part<HTMLButtonElement>(root, 'save');
	const pause = part<HTMLButtonElement>(root, 'pause');
	const remove = part<HTMLButtonElement>(root, 'remove');
	const bar = part<HTMLProgressElement>(root, 'progress');
	section.hidden = false;
	if (!(await able())) {
		state.textContent = words.unable;
		return;
	}
	let pack: Pack | null = null;
	let mine: Held | null = null;
	let stopper = new AbortController();

	const offer = (label: string | null) => {
		saveIt.hidden = label === null;
		saveIt.textContent = label ?? '';
	};
	const sized = (text: string, of: { bytes: number }, done = 0) =>
		put(text, { size: sizeText(of.bytes), done: sizeText(done) });

	async function look(): Promise<void> {
		mine = (await held()).find((one) => one.pathname === pathname) ?? null;
		const query = mine?.query ?? reading();
		pack = await ask(pathname, query);
		remove.hidden = !mine;
		part(root, 'offline').hidden = pack !== null || !mine;
		if (!pack) {
			state.textContent = mine ? sized(words.saved, mine) : words.unknown;
			offer(null);
		} else if (!mine) {
			state.textContent = put(words.size, { size: sizeText(pack.bytes), n: pack.files.length + 1 });
			offer(sized(words.save, pack));
		} else if (mine.version !== pack.version) {
			state.textContent = words.update;
			offer(sized(words.renew, pack));
		} else {
			state.textContent = sized(words.saved, mine);
			offer(null);
		}
		await shelf(ground, look);
	}

	async function run(): Promise<void> {
		const wanted = pack;
		if (!wanted) return;
		let done = 0;
		const stop = (text: string, again: string) => {
			state.textContent = sized(text, wanted, done);
			offer(sized(again, wanted));
			saveIt.focus();
		};
		const room = await navigator.storage?.estimate?.().catch(() => ({}));
		if (tooLarge(wanted.bytes, room ?? {})) return stop(words.full, words.save);
		stopper = new AbortController();
		pause.hidden = bar.hidden = false;
		pause.focus();
		offer(null);
		try {
			await navigator.serviceWorker.register('/service-worker.js', { scope: '/' });
			const query = mine?.query ?? reading();
			const tell = (bytes: number) => {
				done = bytes;
				bar.value = done / wanted.bytes;
				state.textContent = sized(words.saving, wanted, done);
			};
			await save(wanted, { pathname, name, query }, tell, stopper.signal);
			await look();
			remove.focus();
		} catch (error) {
			if (stopper.signal.aborted) stop(words.paused, words.resume);
			else if (error instanceof DOMException && error.name === 'QuotaExceededError')
				stop(words.full, words.save);
			else if (error instanceof Changed) {
				pack = (await ask(pathname, mine?.query ?? reading())) ?? pack;
				stop(words.changed, words.save);
			} else stop(words.broken, words.resume);
		} finally {
			pause.hidden = bar.hidden = true;
		}
	}

	saveIt.addEventListener('click', () => void run());
	pause.addEventListener('click', () => stopper.abort());
	remove.addEventListener('click', async () => {
		await drop(pathname);
		await look();
		state.textContent = `${words.removed} ${state.textContent}`;
		saveIt.focus();
	});
	window.addEventListener('online', () => void (pause.hidden && look()));
	await look();
}
