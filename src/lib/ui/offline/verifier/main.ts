import { mount } from 'svelte';
import { archiveIds } from '$lib/domain/judging/log/archive';
import '../offline.css';
import { heldText } from '../theme';
import Verifier from './Verifier.svelte';

const target = document.getElementById('page')!;
target.textContent = '';
const known = heldText(archiveIds.key);
mount(Verifier, {
	target,
	props: { known, tongue: document.documentElement.lang.startsWith('en') ? 'en' : 'zh' }
});
