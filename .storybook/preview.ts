/// <reference types="vite/client" />
import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import {withActions} from 'storybook/actions/decorator';
import manifestText from '../dist/custom-elements.json?raw';
import {argTypesOf, eventNames, type Manifest} from './arg-types.js';
import './preview.css';

const manifest = JSON.parse(manifestText) as Manifest;
setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    lang: {
      description: 'Language around the story',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          {value: 'vi', title: 'Tiếng Việt'},
          {value: 'en', title: 'English'},
        ],
      },
    },
    scheme: {
      description: 'Colour scheme around the story',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          {value: 'light', title: 'Light'},
          {value: 'dark', title: 'Dark'},
        ],
      },
    },
  },
  initialGlobals: {lang: 'vi', scheme: 'light'},
  decorators: [
    (story, {globals, viewMode}) =>
      html`<div class="story-root ${globals.scheme} ${viewMode}" lang=${globals.lang}>${story()}</div>`,
    withActions,
  ],
  parameters: {
    layout: 'fullscreen',
    actions: {handles: eventNames(manifest)},
    backgrounds: {disable: true}, // the colour scheme decides
    controls: {expanded: true},
    docs: {extractArgTypes: (tag: string) => argTypesOf(manifest, tag)},
    options: {storySort: {order: ['article-page']}},
    a11y: {
      test: 'error',
      context: '#storybook-root',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // A story is a piece of a page; landmarks and the one `h1` are the page's to have.
        rules: {
          region: {enabled: false},
          'landmark-one-main': {enabled: false},
          'page-has-heading-one': {enabled: false},
        },
      },
    },
  },
};

export default preview;
