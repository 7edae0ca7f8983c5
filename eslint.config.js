import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'static/', 'drizzle/meta/'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-console': 'off',
			// TypeScript knows better which names exist.
			'no-undef': 'off',
			// Addresses are made by `href()` so that both languages work; Kit's `resolve` knows one.
			'svelte/no-navigation-without-resolve': 'off',
			// A `URLSearchParams` or `Map` made and used up in one function needs no reactivity.
			'svelte/prefer-svelte-reactivity': 'off',
			// `{' · '}` keeps spaces that the compiler would trim.
			'svelte/no-useless-mustaches': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	}
);
