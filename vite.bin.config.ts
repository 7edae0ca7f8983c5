import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const scripts = readdirSync(here('scripts')).filter((name) => /(?<!\.test)\.ts$/.test(name));

/**
 * Compiles the outer door and the commands to plain modules in `build/bin`, after `vite build` has
 * made the pages: nothing is compiled at run time. Packages stay in `node_modules`.
 */
export default defineConfig({
	resolve: { alias: { $lib: here('src/lib') } },
	publicDir: false,
	build: {
		ssr: true,
		outDir: 'build/bin',
		emptyOutDir: true,
		target: 'node20',
		minify: false,
		sourcemap: true,
		rollupOptions: {
			// Every package, installed or not: a server has no development packages.
			external: /^(?:@[\w-]+\/)?[a-z][\w.:-]*(?:\/|$)/,
			input: {
				main: here('server/main.ts'),
				...Object.fromEntries(
					scripts.map((name) => [basename(name, '.ts'), here(`scripts/${name}`)])
				)
			},
			output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
		}
	},
	logLevel: 'warn'
});
