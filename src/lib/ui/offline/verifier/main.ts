import { mount } from 'svelte';
import '../offline.css';
import Verifier from './Verifier.svelte';

const target = document.getElementById('page')!;
target.textContent = '';
const known = document.getElementById('known-key')?.textContent?.trim() ?? '';
mount(Verifier, {
	target,
	props: { known, tongue: document.documentElement.lang.startsWith('en') ? 'en' : 'zh' }
});
