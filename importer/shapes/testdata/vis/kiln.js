// create items and groups
var groups = new vis.DataSet([
  {id: 'kiln', content: 'The <b>kiln</b>', nestedGroups: ['fire']},
  {id: 'fire', content: 'Firing'},
  {id: 'shop', content: 'Shop'}
]);
var items = new vis.DataSet([
  {id: 'A', group: 'shop', content: 'Opened', start: new Date(2014, 3, 20), className: 'good'},
  {id: 'B', group: 'fire', content: 'First firing', title: '<p>At 1200 degrees.</p><p>It <i>held</i>.</p>', start: '2014-04-25 08:30', end: '2014-04-26T18:00:00', style: 'color: red'},
  {id: 'C', group: 'kiln', content: 'Repairs', start: new Date(2014, 4, 1), end: new Date(2014, 5, 1), className: 'bad', subgroup: 'x'},
  {id: 'D', type: 'background', content: 'Winter closure', start: '2014-12-01', end: '2015-02-28'},
  {id: 'E', type: 'background', start: '2015-12-01', end: '2016-02-28', content: ''},
  {id: 'F', content: '', title: 'Second shop', start: '2016', className: 'good', 'data-owner': 'co-op'},
  {id: 'G', content: 'Lost date', start: ''},
  {id: 'H', content: 'Closed', start: '2016-05-01', end: '2016-04-01'}
]);
var container = document.getElementById('visualization');
var timeline = new vis.Timeline(container, items, groups, {stack: true});
timeline.on('select', function (properties) { console.log(properties); });
