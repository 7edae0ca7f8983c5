import { fileURLToPath } from 'node:url';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const NAME = 'virtual:offline/';

/**
 * Pages that work from a disk without a network: `virtual:offline/verifier` is everything
 * `src/lib/ui/offline/verifier/main.ts` needs, as one script and one style sheet to be put into a
 * page. Built apart from the portal’s own scripts, since those are many files that know addresses.
 *
 * @type {import('vite').Plugin}
 */
export const offline = {
	name: 'liantu:offline',
	resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
	async load(id) {
		if (!id.startsWith(`\0${NAME}`)) return;
		const entry = here(`src/lib/ui/offline/${id.slice(NAME.length + 1)}/main.ts`);
		/** @type {Set<string>} */
		const watched = new Set();
		/** @type {import('vite').Plugin} */
		const note = { name: 'note', transform: (_, file) => void watched.add(file) };
		const made = await build({
			configFile: false,
			publicDir: false,
			logLevel: 'warn',
			resolve: { alias: { $lib: here('src/lib') } },
			plugins: [note, svelte({ configFile: false, preprocess: vitePreprocess() })],
			build: {
				write: false,
				target: 'es2022',
				cssCodeSplit: false,
				modulePreload: false,
				assetsInlineLimit: 0,
				rollupOptions: { input: entry, output: { format: 'iife', codeSplitting: false } }
			}
		});
		const files = (Array.isArray(made) ? made : [made]).flatMap((one) =>
			'output' in one ? one.output : []
		);
		const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('');
		const style = files
			.flatMap((file) =>
				file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []
			)
			.join('');
		for (const file of watched)
			if (file.startsWith('/')) this.addWatchFile(file.split('?')[0] ?? file);
		return `export const script = ${JSON.stringify(script)};
export const style = ${JSON.stringify(style)};`;
	}
};
