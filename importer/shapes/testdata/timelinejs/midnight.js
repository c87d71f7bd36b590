// exported from our content system
var timeline_json = {
  events: [
    {start_date: {year: 2014, month: 3, day: 1, hour: 0, minute: 0, second: 0}, text: {headline: 'First call', text: 'It began.'},},
    {start_date: {year: 2014, month: 3, day: 9, hour: 0, minute: 0, second: 0}, text: {headline: 'Second call'}, group: ''},
  ]
};
