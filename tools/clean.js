import {rmSync} from 'node:fs';

// A module that was removed from src must not live on in dist.
rmSync('dist', {recursive: true, force: true});
