import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, open } from '../../src/lib/server/db/open';
import { latencies } from './by-turns';
import { laidAwards } from './certificates-ground';
import { type Figure, percentile } from './figure';
import { startPortal } from './portal';

const part = 'certificates';
/** Pages asked for in one window. */
const PAGES = 300;

/**
 * Certificates of a whole edition as the office gets them: every name looked up in the type and the
 * lot issued in one act; then all printed and sent as one archive, while strangers read pages.
 */
export async function measureCertificates(
	root: string,
	folder: string,
	{ count }: { count: number }
): Promise<Figure[]> {
	const dataDir = mkdtempSync(join(folder, 'certificates-'));
	const first = await startPortal(root, dataDir);
	await first.stop();
	const db = await open(`file:${join(dataDir, 'liantu.db')}`, {
		migrations: join(root, 'drizzle')
	});
	const { editionId, token } = await laidAwards(db, count);
	close(db);
	const portal = await startPortal(root, dataDir, { DEMO: 'off' });
	const at = `${portal.origin}/studio/judging/${editionId}/certificates`;
	const cookie = `liantu=${token}`;
	try {
		await latencies(portal.origin, 1000);
		const begun = performance.now();
		const issued = await fetch(`${at}?/issue`, {
			method: 'POST',
			headers: {
				...{ cookie, origin: portal.origin, accept: 'application/json' },
				...{ 'content-type': 'application/x-www-form-urlencoded', 'x-sveltekit-action': 'true' }
			},
			body: 'version=0&early=on'
		});
		const answer = await issued.text();
		if (!answer.includes('"type":"success"')) throw new Error(`not issued: ${answer}`);
		const issuing = (performance.now() - begun) / 1000;
		const calm: number[] = [];
		for (let n = 0; n < 5; n++) calm.push(percentile(await latencies(portal.origin, PAGES), 99));
		const started = performance.now();
		let over = false;
		const archive = fetch(`${at}/all.zip`, { headers: { cookie } }).then(async (sent) => {
			if (sent.status !== 200) throw new Error(`archive: ${sent.status}`);
			let bytes = 0;
			for await (const piece of sent.body!) bytes += piece.length;
			over = true;
			return { bytes, seconds: (performance.now() - started) / 1000 };
		});
		const busy: number[] = [];
		while (!over) {
			const window = percentile(await latencies(portal.origin, PAGES), 99);
			if (!over) busy.push(window);
		}
		const { bytes, seconds } = await archive;
		const note = `${count} as PDF, ${(bytes / 1e6).toFixed(0)} MB, pages asked for meanwhile`;
		return [
			{
				...{ part, name: `printing ${count} certificates as one archive`, unit: 's', note },
				...{ ours: seconds, target: { of: 'ours', at: 'most', value: 90 } }
			},
			{ part, name: `issuing ${count} certificates`, ours: issuing, unit: 's' },
			{
				...{ part, name: 'page while certificates are printed, p99, baseline in peace' },
				...{ ours: percentile(busy, 50), baseline: percentile(calm, 50), unit: 'ms' },
				note: `middle of ${busy.length} windows of ${PAGES} pages`
			}
		];
	} finally {
		await portal.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}
