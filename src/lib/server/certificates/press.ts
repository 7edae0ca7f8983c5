import type { Facts } from '$lib/domain/certificates/facts';
import type { Design } from '$lib/domain/certificates/design';
import type { Print as LeafPrint } from '$lib/domain/stamps/leaf';
import type { Env } from '$lib/domain/env';
import type { Reader } from '../db/open';
import { Apart } from '../jobs/apart';
import type { Ground } from '../jobs/work';
import { ourOrigin } from '../mail';
import { libraryOf, picturesOf } from './designs';
import type { Print } from './press/painted';
import type { Pictures } from './press/images';
import type { Pressed, PressTask } from './press/work';

/** Certificates in one message to the press: short, so that nobody waits long for one alone. */
const AT_ONCE = 20;
/** A press sets and prints in a process beside the portal, so that pages never wait for it. */
function press() {
	const apart = new Apart();
	return {
		do: (task: PressTask, ground: Ground) => apart.do<Pressed>('certificates', task, ground)
	};
}

/** One for those who wait for theirs, one for whole editions; both give way to pages. */
const presses = { soon: press(), whole: press() };

export type PressEnv = Pick<Env, 'dataDir' | 'storageUrl' | 'films'>;
const groundOf = ({ dataDir, storageUrl, films }: PressEnv): Ground => ({
	dataDir,
	storageUrl,
	films
});

/** What all certificates of a design have in common besides it: where they are checked. */
export function printOf(design: Design): Print {
	const origin = new URL(ourOrigin());
	return { design, host: `${origin.host}/verify`, address: `${origin.origin}/verify/` };
}

async function contentsOf(db: Reader, design: Design): Promise<Pictures> {
	const found = new Map(
		(await libraryOf(db, picturesOf(design))).map(({ id, sha256 }) => [id, sha256])
	);
	const of = (id: string | null) => (id === null ? null : (found.get(id) ?? `missing-${id}`));
	return {
		picture: of(design.background === 'picture' ? design.picture : null),
		seal: of(design.seal.asset)
	};
}

/** One certificate as PDF. */
export async function paperOf(
	db: Reader,
	env: PressEnv,
	design: Design,
	facts: Facts
): Promise<Buffer> {
	const pictures = await contentsOf(db, design);
	const task: PressTask = { deed: 'papers', print: printOf(design), pictures, facts: [facts] };
	const done = await presses.soon.do(task, groundOf(env));
	return Buffer.from(('papers' in done && done.papers[0]) || '', 'base64');
}

/** Many certificates in the same design, as they are printed; nothing is held. */
export async function* papersOf(
	db: Reader,
	env: PressEnv,
	design: Design,
	many: AsyncIterable<Facts> | Iterable<Facts>
): AsyncGenerator<{ facts: Facts; pdf: Buffer }> {
	const pictures = await contentsOf(db, design);
	const print = printOf(design);
	let held: Facts[] = [];
	const out = async function* () {
		const done = await presses.whole.do(
			{ deed: 'papers', print, pictures, facts: held },
			groundOf(env)
		);
		if (!('papers' in done)) return;
		for (const [i, facts] of held.entries())
			yield { facts, pdf: Buffer.from(done.papers[i]!, 'base64') };
	};
	for await (const facts of many) {
		held.push(facts);
		if (held.length < AT_ONCE) continue;
		yield* out();
		held = [];
	}
	if (held.length) yield* out();
}

/** A certificate as a picture for the screen, from the same lines as its PDF. */
export async function pictureOf(
	db: Reader,
	env: PressEnv,
	design: Design,
	facts: Facts,
	/** Where the browser finds a picture of the library. */
	at: (asset: string) => string
): Promise<string> {
	const [seal] = design.seal.asset ? await libraryOf(db, [design.seal.asset]) : [];
	const task: PressTask = {
		deed: 'picture',
		print: printOf(design),
		facts,
		sources: {
			picture: design.picture && at(design.picture),
			seal: seal ? at(seal.id) : null,
			ratio: (seal?.height ?? 1) / (seal?.width ?? 1)
		}
	};
	const done = await presses.soon.do(task, groundOf(env));
	return 'svg' in done ? done.svg : '';
}

/** Posters and other leaves as one PDF; nothing is held. */
export async function leavesOf(env: PressEnv, print: LeafPrint): Promise<Buffer> {
	const press = print.leaves.length > 3 ? presses.whole : presses.soon;
	const done = await press.do({ deed: 'leaves', print }, groundOf(env));
	return Buffer.from(('papers' in done && done.papers[0]) || '', 'base64');
}

/** For each text the signs that no type on this machine has. */
export async function lackingOf(env: PressEnv, texts: readonly string[]): Promise<string[][]> {
	const done = await presses.soon.do({ deed: 'lacking', texts }, groundOf(env));
	return 'lacking' in done ? done.lacking : texts.map(() => []);
}
