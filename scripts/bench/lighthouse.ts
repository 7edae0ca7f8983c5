import { chromium } from 'playwright-core';
import { chromiumPath, FLAGS } from './chromium';
import type { Figure } from './figure';
import { freePort } from './portal';

const SCORES = [
	['accessibility', 100],
	['best-practices', 100],
	['seo', 100],
	['performance', 95]
] as const;

/** Lighthouse (mobile, simulated throttling) on the given pages: lowest score and largest shift. */
export async function measureLighthouse(
	origin: string,
	pages: { name: string; path: string }[]
): Promise<Figure[]> {
	const { default: lighthouse } = await import('lighthouse');
	const figures: Figure[] = [];
	for (const { name, path } of pages) {
		const port = await freePort();
		const browser = await chromium.launch({
			executablePath: chromiumPath(),
			args: [...FLAGS, `--remote-debugging-port=${port}`]
		});
		try {
			const run = await lighthouse(origin + path, { port, output: 'json', logLevel: 'error' });
			const seen = run?.lhr;
			if (!seen || seen.runtimeError) throw new Error(seen?.runtimeError?.message ?? 'no result');
			for (const [id, least] of SCORES) {
				const category = seen.categories[id];
				const lost = (category?.auditRefs ?? [])
					.filter(({ id: audit, weight }) => weight > 0 && (seen.audits[audit]?.score ?? 1) < 0.9)
					.map(({ id: audit }) => audit);
				figures.push({
					part: 'lighthouse',
					name: `Lighthouse ${id}, ${name}`,
					ours: Math.round((category?.score ?? 0) * 100),
					unit: '',
					target: { of: 'ours', at: 'least', value: least },
					...(lost.length ? { note: lost.join(', ') } : {})
				});
			}
			figures.push({
				part: 'lighthouse',
				name: `layout shift, ${name}`,
				ours: seen.audits['cumulative-layout-shift']?.numericValue ?? null,
				unit: '',
				target: { of: 'ours', at: 'most', value: 0.01 }
			});
		} finally {
			await browser.close();
		}
	}
	return figures;
}
