import { Trouble } from './leg';
import type { Standing } from './leg';

const VERSION = { 'tus-resumable': '1.0.0' };
/** How often it is asked what became of a file that takes long to be looked at, ms. */
const ASK = 2000;

/** `Upload-Metadata` of tus: pairs of a name and its Base64 value. */
const described = (metadata: Record<string, string>): string =>
	Object.entries(metadata)
		.map(([name, value]) => {
			const bytes = new TextEncoder().encode(value);
			return `${name} ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
		})
		.join(',');

async function asked(address: string, init: RequestInit): Promise<Response> {
	const answer = await fetch(address, init).catch(() => {
		throw new Trouble();
	});
	if (answer.ok) return answer;
	const body = await answer.text().catch(() => '');
	throw new Trouble(answer.status, answer.headers.get('liantu-reason'), body);
}

/** Makes one file of parts that arrived, in their order. Asked again, the server says the same. */
export async function joined(
	endpoint: string,
	metadata: Record<string, string>,
	parts: readonly Standing[],
	sha256: string | null
): Promise<Standing> {
	const { headers } = await asked(endpoint, {
		method: 'POST',
		headers: {
			...VERSION,
			'upload-concat': `final;${parts.map(({ address }) => new URL(address).pathname).join(' ')}`,
			'upload-metadata': described(metadata),
			...(sha256 ? { 'liantu-sha256': sha256 } : {})
		}
	});
	return {
		address: new URL(headers.get('location') ?? '', endpoint).href,
		state: headers.get('liantu-state')
	};
}

/** Waits until a file that arrived is kept. @throws Trouble when it is refused, or nobody answers */
export async function kept({ address, state }: Standing, going: () => boolean): Promise<void> {
	for (let now = state; now !== 'kept' && going();) {
		await new Promise((done) => setTimeout(done, ASK));
		const { headers } = await asked(address, { method: 'HEAD', headers: VERSION });
		now = headers.get('liantu-state');
	}
}

/** How often, and after how long (ms), it is said again while bytes of it are still on the way. */
const AGAIN = 12;
const SOON = 400;

/** Gives up what was begun: what arrived of it is deleted. */
export async function dropped(addresses: readonly string[]): Promise<void> {
	await Promise.all(
		addresses.map(async (address) => {
			for (let tries = 0; tries < AGAIN; tries++) {
				const answer = await asked(address, { method: 'DELETE', headers: VERSION }).catch(
					(trouble: Trouble) => trouble
				);
				if (answer.status !== 423) return;
				await new Promise((done) => setTimeout(done, SOON));
			}
		})
	);
}
