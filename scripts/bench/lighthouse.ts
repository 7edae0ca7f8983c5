import { chromium } from 'playwright-core';
import { chromiumPath, FLAGS } from './chromium';
import { type Figure, median } from './figure';
import { freePort } from './portal';

const SCORES = [
	['accessibility', 100],
	['best-practices', 100],
	['seo', 100],
	['performance', 95]
] as const;

/**
 * Lighthouse (mobile, simulated throttling) on the given pages: the lowest scores and the largest
 * layout shift of several runs; of performance the middle one, which a busy machine moves least.
 */
export async function measureLighthouse(
	origin: string,
	pages: { name: string; path: string }[],
	{ runs }: { runs: number }
): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const { name, path } of pages) {
		const seen = [];
		for (let run = 0; run < runs; run++) seen.push(await runOnce(origin + path));
		for (const [id, least] of SCORES) {
			const scores = seen.map(({ categories }) =>
				Math.round((categories[id]?.score ?? 0) * 100)
			);
			const lost = new Set(
				seen.flatMap(({ categories, audits }) =>
					(categories[id]?.auditRefs ?? [])
						.filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
						.map(({ id: audit }) => audit)
				)
			);
			figures.push({
				part: 'lighthouse',
				name: `Lighthouse ${id}, ${name}`,
				ours: id === 'performance' ? median(scores) : Math.min(...scores),
				unit: '',
				target: { of: 'ours', at: 'least', value: least },
				...(lost.size ? { note: `${scores.join(', ')}; ${[...lost].join(', ')}` } : {})
			});
		}
		figures.push({
			part: 'lighthouse',
			name: `layout shift, ${name}`,
			ours: Math.max(
				...seen.map(({ audits }) => audits['cumulative-layout-shift']?.numericValue ?? Infinity)
			),
			unit: '',
			target: { of: 'ours', at: 'most', value: 0.01 }
		});
	}
	return figures;
}

async function runOnce(url: string) {
	const { default: lighthouse } = await import('lighthouse');
	const port = await freePort();
	const browser = await chromium.launch({
		executablePath: chromiumPath(),
		args: [...FLAGS, `--remote-debugging-port=${port}`]
	});
	try {
		const run = await lighthouse(url, { port, output: 'json', logLevel: 'error' });
		if (!run || run.lhr.runtimeError)
			throw new Error(run?.lhr.runtimeError?.message ?? 'Lighthouse gave no result');
		return run.lhr;
	} finally {
		await browser.close();
	}
}
